/*
 * standalone_driver.c: replays a fuzz target's corpus where libFuzzer is not at hand.
 *
 *     fuzz_<name> FILE-OR-FOLDER...      each file is one input; exit 0 where none brings it down
 */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { PATH_SIZE = 4096 };

/* Runs the target on one file; false where it cannot be read. */
static int replay_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return 0;
    size_t size = 0, capacity = 4096;
    uint8_t *data = malloc(capacity);
    while (data != NULL && !feof(file) && !ferror(file)) {
        size += fread(data + size, 1, capacity - size, file);
        if (size == capacity) {
            uint8_t *grown = realloc(data, capacity *= 2);
            if (grown == NULL)
                free(data);
            data = grown;
        }
    }
    int good = data != NULL && !ferror(file);
    fclose(file);
    /* a copy of just that size, so that reading past it is seen */
    uint8_t *exact = good ? malloc(size == 0 ? 1 : size) : NULL;
    if (exact != NULL) {
        memcpy(exact, data, size);
        LLVMFuzzerTestOneInput(exact, size);
    }
    good = exact != NULL;
    free(exact);
    free(data);
    return good;
}

/* Replays each file of a folder; how many, or -1 where one cannot be read. */
static long replay_folder(const char *path)
{
    DIR *folder = opendir(path);
    if (folder == NULL)
        return -1;
    long count = 0;
    for (const struct dirent *entry; count >= 0 && (entry = readdir(folder)) != NULL;) {
        char inside[PATH_SIZE];
        struct stat status;
        int length = snprintf(inside, sizeof inside, "%s/%s", path, entry->d_name);
        if (length < 0 || length >= PATH_SIZE || stat(inside, &status) != 0)
            count = -1;
        else if (S_ISREG(status.st_mode))
            count = replay_file(inside) ? count + 1 : -1;
    }
    closedir(folder);
    return count;
}

int main(int argc, char **argv)
{
    long total = 0;
    for (int i = 1; i < argc; i++) {
        struct stat status;
        long count = -1;
        if (stat(argv[i], &status) == 0)
            count = S_ISDIR(status.st_mode) ? replay_folder(argv[i])
                    : replay_file(argv[i])  ? 1
                                            : -1;
        if (count < 0) {
            fprintf(stderr, "%s: cannot be read\n", argv[i]);
            return 1;
        }
        total += count;
    }
    printf("%ld inputs\n", total);
    return total > 0 ? 0 : 1;
}
