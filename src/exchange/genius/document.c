/* document.c: files of GENIUS as trees of libxml2; see parts.h. */
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/genius/parts.h"

void pp_i_genius_say(pp_i_genius *reader, pp_severity severity, const xmlNode *node,
                     const char *format, ...)
{
    char message[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    long line = node == NULL ? 0 : xmlGetLineNo(node);
    pp_i_place place = {.line = line > 0 ? (size_t)line : 0, .column = line > 0 ? 1 : 0};
    pp_i_diagnose(reader->diagnostics, severity, place, 1, "%s", message);
}

/* --- Mending ---------------------------------------------------------------------------------- */

/* Is there a reference behind an "&": "&name;" or "&#1;"? */
static bool is_reference(pp_text text, size_t at)
{
    size_t end = at + 1;
    while (end < text.length && end < at + 12 && text.data[end] != ';' &&
           (text.data[end] == '#' || (text.data[end] >= '0' && text.data[end] <= '9') ||
            (text.data[end] >= 'A' && text.data[end] <= 'Z') ||
            (text.data[end] >= 'a' && text.data[end] <= 'z')))
        end++;
    return end < text.length && text.data[end] == ';' && end > at + 1;
}

/* What stands before the declaration becomes blanks, line ends kept, and a bare "&" is written out. */
static bool mend(pp_i_genius *reader, const pp_i_exchange_file *file, pp_i_builder *out)
{
    pp_text text = file->bytes;
    size_t start = 0, bare_count = 0;
    for (size_t i = 0; i + 5 < text.length; i++)
        if (memcmp(text.data + i, "<?xml", 5) == 0) {
            start = i;
            break;
        }
    bool before = false;
    for (size_t i = 0; i < start; i++) {
        before = before || text.data[i] == '<';
        if (text.data[i] == '\n')
            pp_i_builder_add_byte(out, '\n');
    }
    if (before)
        pp_i_genius_say(reader, PP_SEVERITY_WARNING, NULL,
                        "something stands before the XML declaration; it was passed over");
    /* the declaration may only stand at the very start: the lines before it go behind it */
    if (out->length > 0) {
        size_t end = start;
        while (end < text.length && text.data[end] != '>')
            end++;
        start = end < text.length ? end + 1 : end;
    }
    for (size_t i = start; i < text.length; i++) {
        pp_i_builder_add_byte(out, text.data[i]);
        if (text.data[i] == '&' && !is_reference(text, i)) {
            pp_i_builder_add_string(out, "amp;");
            bare_count++;
        }
    }
    if (bare_count > 0)
        pp_i_genius_say(reader, PP_SEVERITY_WARNING, NULL,
                        "%zu bare \"&\" where XML wants \"&amp;\"; read as \"&\"", bare_count);
    return !out->failed;
}

/* The first fault: those behind it mostly follow from it. */
typedef struct first_fault {
    int line; /* 0: none */
    char message[200];
} first_fault;

static void keep_first(void *context, const xmlError *fault)
{
    first_fault *first = ((xmlParserCtxt *)context)->_private;
    if (first->line != 0 || fault->level < XML_ERR_ERROR)
        return;
    first->line = fault->line > 0 ? fault->line : 1;
    snprintf(first->message, sizeof first->message, "%s",
             fault->message == NULL ? "it cannot be read" : fault->message);
    first->message[strcspn(first->message, "\n")] = '\0';
}

static void say_fault(pp_i_genius *reader, const first_fault *fault)
{
    pp_i_place place = {.line = (size_t)fault->line, .column = fault->line > 0 ? 1 : 0};
    pp_i_diagnose(reader->diagnostics, PP_SEVERITY_ERROR, place, 1, "not XML: %s",
                  fault->line == 0 ? "it cannot be read" : fault->message);
}

/* No network, no entities of the file's own, libxml2's own bounds on depth and size. */
xmlDoc *pp_i_genius_parse(pp_i_genius *reader, const pp_i_exchange_file *file)
{
    pp_i_builder text;
    pp_i_diagnostics_set_file(reader->diagnostics, file->path, file->bytes);
    pp_i_builder_init(&text, reader->arena);
    if (file->bytes.length > PP_GENIUS_FILE_BYTE_COUNT_MAX) {
        pp_i_genius_say(reader, PP_SEVERITY_ERROR, NULL, "larger than %d bytes",
                        (int)PP_GENIUS_FILE_BYTE_COUNT_MAX);
        return NULL;
    }
    xmlParserCtxt *parser = mend(reader, file, &text) ? xmlNewParserCtxt() : NULL;
    if (parser == NULL) {
        reader->no_memory = true;
        return NULL;
    }
    first_fault fault = {0};
    parser->_private = &fault;
    parser->sax->serror = (xmlStructuredErrorFunc)keep_first; /* newer releases have the const */
    xmlDoc *document = xmlCtxtReadMemory(parser, text.data == NULL ? "" : text.data,
                                         (int)text.length, NULL, NULL,
                                         XML_PARSE_NONET | XML_PARSE_NOERROR |
                                             XML_PARSE_NOWARNING | XML_PARSE_NOCDATA);
    if (document == NULL)
        say_fault(reader, &fault);
    xmlFreeParserCtxt(parser);
    return document;
}

/* --- Walking ---------------------------------------------------------------------------------- */

static bool is_called(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

xmlNode *pp_i_genius_next(xmlNode *root, xmlNode *node, const char *name)
{
    do {
        if (node->children != NULL && node->type == XML_ELEMENT_NODE) {
            node = node->children;
        } else {
            while (node != root && node->next == NULL)
                node = node->parent;
            if (node == root)
                return NULL;
            node = node->next;
        }
    } while (!is_called(node, name));
    return node;
}

xmlNode *pp_i_genius_child(const xmlNode *parent, const xmlNode *after, const char *name)
{
    xmlNode *node = after == NULL ? parent->children : after->next;
    while (node != NULL && !is_called(node, name))
        node = node->next;
    return node;
}

pp_text pp_i_genius_attribute(pp_i_genius *reader, xmlNode *node, const char *name)
{
    xmlChar *value = xmlGetNoNsProp(node, (const xmlChar *)name);
    if (value == NULL)
        return (pp_text){"", 0};
    size_t length = strlen((const char *)value);
    char *copy = pp_i_arena_copy(reader->arena, (const char *)value, length);
    xmlFree(value);
    if (copy == NULL)
        reader->no_memory = true;
    return (pp_text){copy == NULL ? "" : copy, copy == NULL ? 0 : length};
}

static pp_text trimmed(pp_text text)
{
    while (text.length > 0 && strchr(" \t\r\n", text.data[0]) != NULL)
        text = (pp_text){text.data + 1, text.length - 1};
    while (text.length > 0 && strchr(" \t\r\n", text.data[text.length - 1]) != NULL)
        text.length--;
    return text;
}

bool pp_i_genius_number(pp_i_genius *reader, xmlNode *node, const char *name, bool needed,
                        pp_i_number *number)
{
    pp_text text = trimmed(pp_i_genius_attribute(reader, node, name));
    if (!needed && (text.length == 0 || pp_i_text_is(text, "null")))
        return false;
    pp_i_number_fault fault = pp_i_number_parse(text, number);
    if (fault == PP_NUMBER_GOOD)
        return true;
    pp_i_genius_say(reader, PP_SEVERITY_ERROR, node, "`%s` of <%s> is %s: \"%.*s\"", name,
                    (const char *)node->name,
                    fault == PP_NUMBER_TOO_LONG ? "beyond 64 bits" : "no number",
                    (int)(text.length < 60 ? text.length : 60), text.data);
    return false;
}

bool pp_i_genius_integer(pp_i_genius *reader, xmlNode *node, const char *name, int64_t *integer)
{
    pp_i_number number;
    if (!pp_i_genius_number(reader, node, name, true, &number))
        return false;
    if (number.denominator != 1) {
        pp_i_genius_say(reader, PP_SEVERITY_ERROR, node, "`%s` of <%s> is no whole number", name,
                        (const char *)node->name);
        return false;
    }
    *integer = number.numerator;
    return true;
}
