/*
 * fuzz_request.c: any bytes as the body of a request to the server, and as a path and headers: no
 * crash, no leak; a refusal says why; a draft never names a file; nobody passes without the token.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "server/answer.h"
#include "server/guard.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char CASE[] = "pourparler: 1\ntitle: T\nparties: [{id: a}, {id: b}]\n"
                           "issues: [{id: x, options: [p, q, r]}, {id: y, options: [1, 2]}]\n"
                           "links: [{rule: x = p implies y = 1}]\n"
                           "red_lines:\n  - {id: k, party: a, holds: x = p, firmness: unclear}\n"
                           "  - {id: l, party: b, holds: x != p, firmness: firm}\n";
static const char TOKEN[] = "00112233445566778899aabbccddeeff";

static void check(bool holds)
{
    if (!holds)
        abort();
}

static void check_request(const char *body, size_t size)
{
    pp_request request = {0};
    pp_error error = {0};
    if (pp_request_read(body, size, &request, &error) != PP_OK) {
        check(error.message[0] != '\0' && request.root == NULL);
        return;
    }
    check(request.draft == NULL || strchr(request.draft, '/') == NULL);
    pp_request_free(&request);
}

static void check_answers(const char *body, size_t size)
{
    static const char *const names[] = {"zone", "judge", "show", "check", "case", "nothing"};
    pp_case *made = NULL;
    check(pp_case_parse(CASE, sizeof CASE - 1, "case", ".", NULL, NULL, &made, NULL) == PP_OK);
    pp_control control = {.step_count_max = 100000};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        pp_answer answer = pp_answer_api(made, names[i], body, size, &control);
        check(answer.text != NULL && answer.code >= 200);
        check(answer.code == 200 || strstr(answer.text, "\"message\"") != NULL);
        pp_report_free(answer.text);
    }
    pp_case_free(made);
}

static void check_guard(const char *text)
{
    pp_guard guard = {.port = 8080};
    memcpy(guard.token, TOKEN, sizeof TOKEN);
    const char *rest = pp_guard_path(&guard, text);
    check(rest == NULL || strncmp(text + 1, TOKEN, sizeof TOKEN - 1) == 0);
    bool host = strcmp(text, "127.0.0.1:8080") == 0 || strcmp(text, "localhost:8080") == 0;
    check(pp_guard_headers(&guard, text, NULL, NULL) == host);
    bool ours = strcmp(text, "http://localhost:8080") == 0;
    check(pp_guard_headers(&guard, "localhost:8080", text, NULL) == ours);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = malloc(size + 1);
    if (text == NULL)
        return 0;
    memcpy(text, data, size);
    text[size] = '\0';
    check_request(text, size);
    check_answers(text, size);
    check_guard(text);
    free(text);
    return 0;
}
