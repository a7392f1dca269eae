/* document.c: see document.h. Finds out what the bytes are, and puts the parts together. */
#include "reading/document_parts.h"

#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/file.h"

enum { SNIFF_BYTE_COUNT = 1024 };

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static bool starts_with(pp_text text, const char *prefix)
{
    size_t length = strlen(prefix);
    if (text.length < length)
        return false;
    for (size_t i = 0; i < length; i++)
        if (lower(text.data[i]) != prefix[i])
            return false;
    return true;
}

static bool ends_with(const char *name, const char *ending)
{
    size_t length = strlen(name), ending_length = strlen(ending);
    return length >= ending_length &&
           starts_with((pp_text){name + length - ending_length, ending_length}, ending);
}

/* HTML shows itself by its first tag; text that only quotes one does not begin with it. */
static bool looks_like_html(pp_text bytes)
{
    static const char *const first[] = {"<!doctype html", "<html",    "<head", "<body",
                                        "<?xml",          "<article", "<div"};
    pp_text start = {bytes.data, bytes.length < SNIFF_BYTE_COUNT ? bytes.length : SNIFF_BYTE_COUNT};
    if (starts_with(start, "\xEF\xBB\xBF"))
        start = (pp_text){start.data + 3, start.length - 3};
    start = pp_i_text_trim(start);
    while (starts_with(start, "<!--")) { /* comments may stand before it */
        size_t at = 4;
        while (at + 3 <= start.length && memcmp(start.data + at, "-->", 3) != 0)
            at++;
        if (at + 3 > start.length)
            return true;
        start = pp_i_text_trim((pp_text){start.data + at + 3, start.length - at - 3});
    }
    for (size_t i = 0; i < sizeof first / sizeof *first; i++)
        if (starts_with(start, first[i]))
            return true;
    return false;
}

static pp_i_format guess(const char *name, pp_text bytes)
{
    static const struct {
        const char *ending;
        pp_i_format format;
    } endings[] = {{".html", PP_FORMAT_HTML},         {".htm", PP_FORMAT_HTML},
                   {".xhtml", PP_FORMAT_HTML},        {".md", PP_FORMAT_MARKDOWN},
                   {".markdown", PP_FORMAT_MARKDOWN}, {".txt", PP_FORMAT_PLAIN},
                   {".text", PP_FORMAT_PLAIN}};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (ends_with(name, endings[i].ending))
            return endings[i].format;
    return looks_like_html(bytes) ? PP_FORMAT_HTML : PP_FORMAT_PLAIN;
}

/* What people give by mistake, each with a word on what to do. */
static pp_status check_is_text(const char *name, pp_text bytes, pp_error *error)
{
    static const struct {
        const char *bytes;
        size_t count;
        const char *what, *hint;
    } kinds[] = {
        {"%PDF-", 5, "a PDF", "take the text out of it first, with pdftotext for instance"},
        {"PK\x03\x04", 4, "a packed file (a word processor's, say)", "save it as plain text"},
        {"\xD0\xCF\x11\xE0", 4, "a word processor's file", "save it as plain text"},
        {"{\\rtf", 5, "rich text (RTF)", "save it as plain text"},
        {"\x1F\x8B", 2, "compressed", "unpack it first"},
        {"\xFF\xFE", 2, "UTF-16", "save it as UTF-8, or: iconv -f UTF-16 -t UTF-8"},
        {"\xFE\xFF", 2, "UTF-16", "save it as UTF-8, or: iconv -f UTF-16 -t UTF-8"},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (bytes.length >= kinds[i].count &&
            memcmp(bytes.data, kinds[i].bytes, kinds[i].count) == 0) {
            pp_i_fail(error, PP_ERROR_INPUT, "'%s' is %s, and not text in UTF-8", name,
                      kinds[i].what);
            pp_i_error_place(error, name, 0, 0);
            pp_i_error_hint(error, "%s", kinds[i].hint);
            return PP_ERROR_INPUT;
        }
    return PP_OK;
}

/* Is what stands at `at` no UTF-8, or a zero byte, which no text of a case may hold? */
static bool is_bad(pp_text bytes, size_t at, size_t *length)
{
    return pp_i_utf8_decode(bytes, at, length) <= 0;
}

/* A copy in which every bad byte stands as U+FFFD; `*count` says how many. */
static pp_status repair(pp_text bytes, pp_i_arena *arena, pp_text *words, size_t *count,
                        pp_error *error)
{
    size_t bad = 0, length;
    for (size_t at = 0; at < bytes.length; at += length)
        bad += is_bad(bytes, at, &length);
    char *copy = pp_i_arena_alloc(arena, bytes.length + 2 * bad + 1);
    if (copy == NULL)
        return pp_i_fail_memory(error);
    size_t used = 0;
    for (size_t at = 0; at < bytes.length; at += length) {
        bool good = !is_bad(bytes, at, &length);
        memcpy(copy + used, good ? bytes.data + at : "\xEF\xBF\xBD", good ? length : 3);
        used += good ? length : 3;
    }
    *words = (pp_text){copy, used};
    *count = bad;
    return PP_OK;
}

pp_status pp_i_document_add_block(pp_i_arena *arena, pp_i_blocks *blocks, pp_i_block block,
                                  pp_error *error)
{
    if (block.byte_start >= block.byte_end)
        return PP_OK;
    if (blocks->count >= PP_DOCUMENT_PARAGRAPH_COUNT_MAX)
        return pp_i_fail(error, PP_ERROR_LIMIT, "the report has more than %d paragraphs",
                         PP_DOCUMENT_PARAGRAPH_COUNT_MAX);
    return PP_LIST_ADD(arena, blocks, block) ? PP_OK : pp_i_fail_memory(error);
}

static pp_status extract_words(pp_text bytes, pp_i_document *made, pp_i_arena *arena,
                               pp_i_extract *extract, pp_error *error)
{
    pp_status status = PP_OK;
    if (made->format == PP_FORMAT_HTML) /* which may name another encoding */
        return pp_i_document_html(bytes, arena, extract, error);
    extract->words = bytes;
    if (pp_i_utf8_check(bytes) < bytes.length ||
        (bytes.length > 0 && memchr(bytes.data, '\0', bytes.length) != NULL))
        status = repair(bytes, arena, &extract->words, &made->invalid_byte_count, error);
    if (status != PP_OK)
        return status;
    if (made->format == PP_FORMAT_MARKDOWN)
        return pp_i_document_markdown(extract->words, arena, extract, error);
    made->words_are_source = made->invalid_byte_count == 0;
    return pp_i_document_paragraphs(extract->words, arena, &extract->blocks, error);
}

static pp_status add_sentences(const pp_i_extract *extract, pp_i_document *made, pp_i_arena *arena,
                               pp_error *error)
{
    const pp_i_blocks *blocks = &extract->blocks;
    pp_i_spans sentences = {0};
    made->paragraphs = PP_NEW_ARRAY(arena, pp_i_paragraph, blocks->count);
    if (made->paragraphs == NULL)
        return pp_i_fail_memory(error);
    for (size_t i = 0; i < blocks->count; i++) {
        const pp_i_block *block = &blocks->items[i];
        size_t first = sentences.count;
        pp_status status = pp_i_document_sentences(extract->words, block->byte_start,
                                                   block->byte_end, i, arena, &sentences, error);
        if (status != PP_OK)
            return status;
        made->paragraphs[i] = (pp_i_paragraph){.byte_start = block->byte_start,
                                               .byte_end = block->byte_end,
                                               .sentence_first = first,
                                               .sentence_count = sentences.count - first,
                                               .is_heading = block->is_heading,
                                               .same_as = {PP_NONE, PP_NONE}};
    }
    made->paragraph_count = blocks->count;
    made->sentences = sentences.items;
    made->sentence_count = sentences.count;
    return PP_OK;
}

/* The first heading, where nothing else is a title. */
static pp_status find_title(const pp_i_extract *extract, pp_i_document *made, pp_i_arena *arena,
                            pp_error *error)
{
    made->title = extract->title;
    for (size_t i = 0; made->title == NULL && i < made->paragraph_count; i++) {
        const pp_i_paragraph *paragraph = &made->paragraphs[i];
        if (!paragraph->is_heading)
            continue;
        made->title = pp_i_arena_copy(arena, made->words.data + paragraph->byte_start,
                                      paragraph->byte_end - paragraph->byte_start);
        if (made->title == NULL)
            return pp_i_fail_memory(error);
    }
    return PP_OK;
}

pp_status pp_i_document_parse(const char *name, pp_text bytes, pp_i_format format,
                              pp_i_arena *arena, pp_i_document **document, pp_error *error)
{
    pp_status status = check_is_text(name, bytes, error);
    if (status != PP_OK)
        return status;
    pp_i_document *made = PP_NEW(arena, pp_i_document);
    if (made == NULL)
        return pp_i_fail_memory(error);
    made->name = name;
    made->format = format == PP_FORMAT_GUESS ? guess(name, bytes) : format;
    pp_i_extract extract = {.words = {"", 0}};
    status = extract_words(bytes, made, arena, &extract, error);
    made->words = extract.words.data == NULL ? PP_TEXT("") : extract.words;
    if (status == PP_OK)
        status = add_sentences(&extract, made, arena, error);
    if (status == PP_OK)
        status = find_title(&extract, made, arena, error);
    if (status == PP_OK)
        *document = made;
    else if (status == PP_ERROR_LIMIT)
        pp_i_error_place(error, name, 0, 0);
    return status;
}

pp_status pp_i_document_read(const char *path, pp_i_format format, pp_i_arena *arena,
                             pp_i_document **document, pp_error *error)
{
    pp_text bytes;
    pp_status status = pp_i_file_read(path, PP_DOCUMENT_BYTE_COUNT_MAX, arena, &bytes, error);
    if (status == PP_ERROR_LIMIT)
        pp_i_error_hint(error, "no report is as long as this; cut it into parts");
    return status != PP_OK ? status
                           : pp_i_document_parse(path, bytes, format, arena, document, error);
}
