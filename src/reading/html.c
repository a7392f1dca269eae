/*
 * html.c: the words of an HTML report: see document_parts.h.
 *
 * libxml2's HTML parser calls back for each element and each run of characters; no tree is built,
 * so that memory grows with the words alone. An element's end, and a line break that ends a line on
 * purpose, ends a paragraph. What is there to get about a site, or says what a picture shows, is
 * left out: by element, by role, by a word of its class. Where the page has an article (or a main
 * part) that holds a fair share of its words, everything outside is left out too; so are lists of
 * links. Source: kohlschutter2010boilerplate (link density).
 */
#include "reading/document_parts.h"

#include <libxml/HTMLparser.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"

enum {
    BROKEN_LINE_BYTE_COUNT_MIN = 50, /* a <br> in the middle of a sentence after so many */
    CLASS_WORD_COUNT_MAX = 4,        /* of a longer class attribute nothing is concluded */
    LINK_PERCENT_MAX = 60,           /* of a paragraph's bytes; more is a list of links */
    LINK_TEXT_BYTE_COUNT_MAX = 400,  /* a longer paragraph is text whatever it links to */
    ARTICLE_PERCENT_MIN = 25,
    ARTICLE_BYTE_COUNT_MIN = 200,
    TITLE_BYTE_COUNT_MAX = 500
};

/* What an element does to the words in it; a set. */
enum {
    IS_SKIPPED = 1,
    IS_BLOCK = 2,
    IS_HEADING = 4,
    IS_LINK = 8,
    IS_ARTICLE = 16,
    IS_TITLE = 32,
    IS_MAIN = 64,
    IS_QUOTE = 128,
    IS_NOTE = 256
};

typedef struct raw_block {
    pp_i_block block;
    size_t link_byte_count;
    bool in_article, in_main;
} raw_block;

typedef struct page_reader {
    pp_i_arena *arena;
    htmlParserCtxtPtr parser;
    pp_i_builder words, title;
    PP_LIST(raw_block) blocks;
    uint16_t open[PP_DOCUMENT_HTML_DEPTH_MAX]; /* what each open element does */
    size_t depth;
    size_t skip_count, heading_count, link_count, article_count, main_count, title_count,
        note_count;
    raw_block now; /* the paragraph under way: from now.block.byte_start to the words' end */
    bool blank_due;
    bool too_deep, too_many, no_memory;
} page_reader;

typedef struct element {
    const char *name;
    uint16_t effect;
} element;

static const element known_elements[] = {
    {"script", IS_SKIPPED},
    {"style", IS_SKIPPED},
    {"noscript", IS_SKIPPED},
    {"template", IS_SKIPPED},
    {"nav", IS_SKIPPED},
    {"footer", IS_SKIPPED},
    {"aside", IS_SKIPPED},
    {"figure", IS_SKIPPED},
    {"figcaption", IS_SKIPPED},
    {"caption", IS_SKIPPED},
    {"form", IS_SKIPPED},
    {"button", IS_SKIPPED},
    {"select", IS_SKIPPED},
    {"textarea", IS_SKIPPED},
    {"svg", IS_SKIPPED},
    {"math", IS_SKIPPED},
    {"iframe", IS_SKIPPED},
    {"object", IS_SKIPPED},
    {"video", IS_SKIPPED},
    {"audio", IS_SKIPPED},
    {"canvas", IS_SKIPPED},
    {"menu", IS_SKIPPED},
    {"dialog", IS_SKIPPED},
    {"del", IS_SKIPPED},
    {"strike", IS_SKIPPED},
    {"s", IS_SKIPPED},
    {"frameset", IS_SKIPPED},
    {"noframes", IS_SKIPPED},
    {"applet", IS_SKIPPED},
    {"title", IS_TITLE},
    {"h1", IS_BLOCK | IS_HEADING},
    {"h2", IS_BLOCK | IS_HEADING},
    {"h3", IS_BLOCK | IS_HEADING},
    {"h4", IS_BLOCK | IS_HEADING},
    {"h5", IS_BLOCK | IS_HEADING},
    {"h6", IS_BLOCK | IS_HEADING},
    {"article", IS_BLOCK | IS_ARTICLE},
    {"main", IS_BLOCK | IS_MAIN},
    {"a", IS_LINK},
    {"q", IS_QUOTE},
    {"sup", IS_NOTE},
    {"abbr", 0},
    {"acronym", 0},
    {"b", 0},
    {"bdi", 0},
    {"bdo", 0},
    {"big", 0},
    {"cite", 0},
    {"code", 0},
    {"data", 0},
    {"dfn", 0},
    {"em", 0},
    {"font", 0},
    {"i", 0},
    {"ins", 0},
    {"kbd", 0},
    {"label", 0},
    {"mark", 0},
    {"samp", 0},
    {"small", 0},
    {"span", 0},
    {"strong", 0},
    {"sub", 0},
    {"time", 0},
    {"tt", 0},
    {"u", 0},
    {"var", 0},
    {"wbr", 0},
    {"img", 0},
    {"nobr", 0},
    {"head", 0},
    {"meta", 0},
    {"link", 0},
    {"base", 0},
    {"br", 0},
    {"input", 0},
};

static const char *const skipped_words[] = {
    "nav",    "navbar",  "navigation", "menu",       "breadcrumb",    "breadcrumbs",
    "share",  "sharing", "social",     "related",    "sidebar",       "footer",
    "cookie", "cookies", "caption",    "newsletter", "advert",        "advertisement",
    "ad",     "ads",     "promo",      "comments",   "subscribe",     "popup",
    "modal",  "toolbar", "pagination", "credit",     "recirculation", "skip"};

static const char *const skipped_roles[] = {"navigation", "banner", "contentinfo", "complementary",
                                            "search",     "menu",   "dialog"};

static bool ends_a_word(char c)
{
    return c == '\0' || c == '-' || c == '_' || pp_i_is_blank(c);
}

/* Whether a class or an id, of few words, has one that names what is not the report. */
static bool has_skipped_word(const char *value)
{
    size_t word_count = 0;
    bool found = false;
    for (size_t at = 0; value[at] != '\0';) {
        size_t length = 0;
        while (!ends_a_word(value[at + length]))
            length++;
        word_count += length > 0;
        for (size_t i = 0; i < sizeof skipped_words / sizeof *skipped_words && !found; i++)
            found = strlen(skipped_words[i]) == length &&
                    memcmp(skipped_words[i], value + at, length) == 0;
        at += length;
        at += value[at] != '\0';
    }
    return found && word_count <= CLASS_WORD_COUNT_MAX;
}

static bool is_skipped_by(const char *name, const char *value)
{
    if (strcmp(name, "hidden") == 0)
        return true;
    if (strcmp(name, "aria-hidden") == 0)
        return value != NULL && strcmp(value, "true") == 0;
    if (value == NULL)
        return false;
    if (strcmp(name, "class") == 0 || strcmp(name, "id") == 0)
        return has_skipped_word(value);
    for (size_t i = 0;
         strcmp(name, "role") == 0 && i < sizeof skipped_roles / sizeof *skipped_roles; i++)
        if (strcmp(value, skipped_roles[i]) == 0)
            return true;
    return false;
}

static uint16_t effect_of(const page_reader *reader, const char *name, const xmlChar **attributes)
{
    uint16_t effect = IS_BLOCK;
    for (size_t i = 0; i < sizeof known_elements / sizeof *known_elements; i++)
        if (strcmp(known_elements[i].name, name) == 0)
            effect = known_elements[i].effect;
    if (strcmp(name, "header") == 0 && reader->article_count + reader->main_count == 0)
        effect |= IS_SKIPPED; /* of the page; an article's own one has its title */
    if (strcmp(name, "html") == 0 || strcmp(name, "body") == 0 ||
        (effect & (IS_ARTICLE | IS_MAIN)) != 0)
        return effect;
    for (size_t i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
        if (is_skipped_by((const char *)attributes[i], (const char *)attributes[i + 1]))
            effect |= IS_SKIPPED;
    return effect;
}

static void count_open(page_reader *reader, uint16_t effect, size_t by)
{
    reader->skip_count += (effect & IS_SKIPPED) != 0 ? by : 0;
    reader->heading_count += (effect & IS_HEADING) != 0 ? by : 0;
    reader->link_count += (effect & IS_LINK) != 0 ? by : 0;
    reader->article_count += (effect & IS_ARTICLE) != 0 ? by : 0;
    reader->main_count += (effect & IS_MAIN) != 0 ? by : 0;
    reader->title_count += (effect & IS_TITLE) != 0 ? by : 0;
    reader->note_count += (effect & IS_NOTE) != 0 ? by : 0;
}

/* Ends the paragraph under way and starts the next one, a blank line further on. */
static void end_block(page_reader *reader)
{
    reader->blank_due = false;
    if (reader->words.length > reader->now.block.byte_start) {
        reader->now.block.byte_end = reader->words.length;
        reader->too_many =
            reader->too_many || reader->blocks.count >= PP_DOCUMENT_PARAGRAPH_COUNT_MAX;
        if (!reader->too_many && !PP_LIST_ADD(reader->arena, &reader->blocks, reader->now))
            reader->no_memory = true;
    }
    reader->now = (raw_block){.block = {.byte_start = reader->words.length}};
    if (reader->too_many || reader->no_memory || reader->words.failed)
        xmlStopParser(reader->parser);
}

static void add(page_reader *reader, pp_text text)
{
    if (reader->blank_due && reader->words.length > reader->now.block.byte_start)
        pp_i_builder_add_byte(&reader->words, ' ');
    reader->blank_due = false;
    if (reader->words.length == reader->now.block.byte_start) {
        reader->now.block.is_heading = reader->heading_count > 0;
        reader->now.in_article = reader->article_count > 0;
        reader->now.in_main = reader->main_count > 0;
    }
    pp_i_builder_add(&reader->words, text);
    if (reader->link_count > 0)
        reader->now.link_byte_count += text.length;
}

/* Whether the line before a <br> was broken in the middle of a sentence. */
static bool is_mid_sentence(const page_reader *reader)
{
    size_t length = reader->words.length - reader->now.block.byte_start;
    char last = length == 0 ? '\0' : reader->words.data[reader->words.length - 1];
    return length >= BROKEN_LINE_BYTE_COUNT_MIN && (pp_i_is_letter_or_more(last) || last == ',');
}

static void on_start(void *user, const xmlChar *name, const xmlChar **attributes)
{
    page_reader *reader = user;
    uint16_t effect = effect_of(reader, (const char *)name, attributes);
    if (strcmp((const char *)name, "br") == 0) {
        if (reader->skip_count == 0 && !is_mid_sentence(reader))
            end_block(reader);
        reader->blank_due = true;
    }
    if (reader->depth >= PP_DOCUMENT_HTML_DEPTH_MAX) {
        reader->too_deep = true;
        xmlStopParser(reader->parser);
        return;
    }
    if ((effect & IS_BLOCK) != 0 && reader->skip_count == 0)
        end_block(reader);
    reader->open[reader->depth++] = effect;
    count_open(reader, effect, 1);
    if ((effect & IS_QUOTE) != 0 && reader->skip_count == 0)
        add(reader, PP_TEXT("\xE2\x80\x9C"));
}

static void on_end(void *user, const xmlChar *name)
{
    page_reader *reader = user;
    (void)name; /* the parser ends elements in the order in which it started them */
    if (reader->depth == 0)
        return;
    uint16_t effect = reader->open[--reader->depth];
    if ((effect & IS_QUOTE) != 0 && reader->skip_count == 0)
        add(reader, PP_TEXT("\xE2\x80\x9D"));
    if ((effect & IS_BLOCK) != 0 && reader->skip_count == 0)
        end_block(reader);
    count_open(reader, effect, SIZE_MAX); /* minus one */
}

/* The length of white space at the text's start (a no-break blank is one), or 0. */
static size_t blank_length(pp_text text)
{
    if (pp_i_is_blank(text.data[0]))
        return 1;
    return text.length >= 2 && memcmp(text.data, "\xC2\xA0", 2) == 0 ? 2 : 0;
}

static void on_characters(void *user, const xmlChar *bytes, int length)
{
    page_reader *reader = user;
    pp_text text = {(const char *)bytes, length < 0 ? 0 : (size_t)length};
    if (reader->title_count > 0 && reader->skip_count == 0 &&
        reader->title.length + text.length <= TITLE_BYTE_COUNT_MAX)
        pp_i_builder_add(&reader->title, text);
    if (reader->title_count > 0 || reader->skip_count > 0)
        return;
    if (reader->note_count > 0 &&
        (text.length == 0 || (text.data[0] | 0x20) < 'a' || (text.data[0] | 0x20) > 'z'))
        return; /* a footnote's number, and not the "th" of 10th */
    while (text.length > 0) {
        size_t blank = blank_length(text), run = 0;
        reader->blank_due = reader->blank_due || blank > 0;
        text = (pp_text){text.data + blank, text.length - blank};
        while (run < text.length &&
               blank_length((pp_text){text.data + run, text.length - run}) == 0)
            run++;
        if (run > 0)
            add(reader, (pp_text){text.data, run});
        text = (pp_text){text.data + run, text.length - run};
    }
}

/* Where the words of the report are, of three places: anywhere, in <main>, in <article>. */
typedef struct byte_shares {
    size_t all, in_main, in_article;
} byte_shares;

static bool is_link_list(const raw_block *raw)
{
    size_t length = raw->block.byte_end - raw->block.byte_start;
    return !raw->block.is_heading && length <= LINK_TEXT_BYTE_COUNT_MAX &&
           raw->link_byte_count * 100 > length * LINK_PERCENT_MAX;
}

static byte_shares share_of(const page_reader *reader)
{
    byte_shares shares = {0};
    for (size_t i = 0; i < reader->blocks.count; i++) {
        const raw_block *raw = &reader->blocks.items[i];
        size_t length = is_link_list(raw) ? 0 : raw->block.byte_end - raw->block.byte_start;
        shares.all += length;
        shares.in_main += raw->in_main ? length : 0;
        shares.in_article += raw->in_article ? length : 0;
    }
    return shares;
}

static bool is_fair(size_t part, size_t all)
{
    return part >= ARTICLE_BYTE_COUNT_MIN && part * 100 >= all * ARTICLE_PERCENT_MIN;
}

/* Copies the paragraphs that belong to the report, with blank lines between. */
static pp_status choose(const page_reader *reader, pp_i_extract *extract, pp_error *error)
{
    byte_shares shares = share_of(reader);
    bool main_alone = is_fair(shares.in_main, shares.all);
    bool article_alone = is_fair(shares.in_article, main_alone ? shares.in_main : shares.all);
    pp_i_builder words;
    pp_i_builder_init(&words, reader->arena);
    for (size_t i = 0; i < reader->blocks.count; i++) {
        const raw_block *raw = &reader->blocks.items[i];
        if (is_link_list(raw) || (article_alone && !raw->in_article) ||
            (main_alone && !article_alone && !raw->in_main))
            continue;
        if (words.length > 0)
            pp_i_builder_add_string(&words, "\n\n");
        pp_i_block block = {.byte_start = words.length, .is_heading = raw->block.is_heading};
        pp_i_builder_add(&words, (pp_text){reader->words.data + raw->block.byte_start,
                                           raw->block.byte_end - raw->block.byte_start});
        block.byte_end = words.length;
        pp_status status = pp_i_document_add_block(reader->arena, &extract->blocks, block, error);
        if (status != PP_OK)
            return status;
    }
    if (words.length > 0)
        pp_i_builder_add_byte(&words, '\n');
    if (words.failed)
        return pp_i_fail_memory(error);
    extract->words = pp_i_builder_text(&words);
    return PP_OK;
}

/* Reads the bytes with the parser; what it found is in `reader`. */
static pp_status run_parser(page_reader *reader, pp_text bytes, pp_error *error)
{
    bool is_utf8 = pp_i_utf8_check(bytes) == bytes.length;
    reader->parser = htmlNewParserCtxt();
    if (reader->parser == NULL)
        return pp_i_fail_memory(error);
    *reader->parser->sax = (htmlSAXHandler){.startElement = on_start,
                                            .endElement = on_end,
                                            .characters = on_characters,
                                            .ignorableWhitespace = on_characters};
    reader->parser->userData = reader;
    htmlDocPtr tree = htmlCtxtReadMemory(
        reader->parser, bytes.data, (int)bytes.length, NULL, is_utf8 ? "UTF-8" : NULL,
        HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
    end_block(reader); /* what no element ended */
    if (tree != NULL)
        xmlFreeDoc(tree);
    htmlFreeParserCtxt(reader->parser);
    if (reader->too_deep)
        return pp_i_fail(error, PP_ERROR_LIMIT, "elements lie more than %d deep in each other",
                         PP_DOCUMENT_HTML_DEPTH_MAX);
    if (reader->too_many)
        return pp_i_fail(error, PP_ERROR_LIMIT, "the report has more than %d paragraphs",
                         PP_DOCUMENT_PARAGRAPH_COUNT_MAX);
    if (reader->no_memory || reader->words.failed || reader->title.failed)
        return pp_i_fail_memory(error);
    return PP_OK;
}

pp_status pp_i_document_html(pp_text bytes, pp_i_arena *arena, pp_i_extract *extract,
                             pp_error *error)
{
    if (bytes.length > PP_DOCUMENT_MARKUP_BYTE_COUNT_MAX)
        return pp_i_fail(error, PP_ERROR_LIMIT, "HTML of more than %d bytes is not read",
                         PP_DOCUMENT_MARKUP_BYTE_COUNT_MAX);
    extract->words = PP_TEXT("");
    if (bytes.length == 0)
        return PP_OK;
    page_reader *reader = PP_NEW(arena, page_reader);
    if (reader == NULL)
        return pp_i_fail_memory(error);
    reader->arena = arena;
    pp_i_builder_init(&reader->words, arena);
    pp_i_builder_init(&reader->title, arena);
    pp_status status = run_parser(reader, bytes, error);
    if (status == PP_OK)
        status = choose(reader, extract, error);
    pp_text title = pp_i_text_trim(pp_i_builder_text(&reader->title));
    if (status == PP_OK && title.length > 0) {
        extract->title = pp_i_arena_copy(arena, title.data, title.length);
        if (extract->title == NULL)
            status = pp_i_fail_memory(error);
    }
    return status;
}
