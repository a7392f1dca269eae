/* write_json.c: the small pieces of a proof's text; see write.h. */
#include "method/proof/write.h"

void pp_i_proof_say_string(pp_i_proof_writer *writer, pp_text text)
{
    pp_i_builder *builder = &writer->text;
    pp_i_builder_add_byte(builder, '"');
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.data[i];
        if (byte == '"' || byte == '\\')
            pp_i_builder_print(builder, "\\%c", byte);
        else if (byte < 0x20)
            pp_i_builder_print(builder, "\\u%04x", byte);
        else
            pp_i_builder_add_byte(builder, (char)byte);
    }
    pp_i_builder_add_byte(builder, '"');
}

void pp_i_proof_say_lines(pp_i_proof_writer *writer, const pp_i_word *lines)
{
    const pp_case *the_case = writer->the_case;
    size_t count = the_case->red_line_count;
    const char *between = "";
    pp_i_builder_add_string(&writer->text, "\"red_lines\": [");
    for (size_t i = 0; (i = pp_i_bits_next(lines, count, i)) < count; i++) {
        pp_i_builder_add_string(&writer->text, between);
        pp_i_proof_say_string(writer, the_case->red_lines[i].id);
        between = ", ";
    }
    pp_i_builder_add_byte(&writer->text, ']');
}

void pp_i_proof_say_package(pp_i_proof_writer *writer, const pp_i_choice *package)
{
    const pp_case *the_case = writer->the_case;
    pp_i_builder_add_string(&writer->text, "\"package\": {");
    for (size_t i = 0; i < the_case->issue_count; i++) {
        pp_i_builder_add_string(&writer->text, i == 0 ? "" : ", ");
        pp_i_proof_say_string(writer, the_case->issues[i].id);
        pp_i_builder_add_string(&writer->text, ": ");
        pp_i_proof_say_string(writer, the_case->issues[i].options[package[i]].id);
    }
    pp_i_builder_add_byte(&writer->text, '}');
}

static void say_texts(pp_i_proof_writer *writer, const char *key, const char *const *texts,
                      size_t count)
{
    pp_i_builder_print(&writer->text, ", \"%s\": [", key);
    for (size_t i = 0; i < count; i++) {
        pp_i_builder_add_string(&writer->text, i == 0 ? "" : ", ");
        pp_i_proof_say_string(writer, pp_i_text_of(texts[i]));
    }
    pp_i_builder_add_byte(&writer->text, ']');
}

void pp_i_proof_say_head(pp_i_proof_writer *writer, const pp_question *question)
{
    pp_i_builder *text = &writer->text;
    pp_i_builder_print(
        text, "{\n\"schema\": %d, \"kind\": \"zone-proof\",\n\"case\": ", (int)PP_PROOF_SCHEMA);
    pp_i_proof_say_string(writer, writer->the_case->title);
    pp_i_builder_add_string(text, ",\n\"question\": {\"as_of\": ");
    if (question->as_of == NULL)
        pp_i_builder_add_string(text, "null");
    else
        pp_i_proof_say_string(writer, pp_i_text_of(question->as_of));
    say_texts(writer, "assume", question->assume, question->assume_count);
    say_texts(writer, "drop", question->drop, question->drop_count);
    say_texts(writer, "table", question->table, question->table_count);
    pp_i_builder_add_string(text, "},\n");
}
