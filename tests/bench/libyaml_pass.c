/* Reads every *.yaml file of a folder with libyaml, event by event, and keeps nothing.
 *
 * usage: libyaml_pass FOLDER
 *
 * The floor of any program that reads YAML through the reference parser in C: one thread, a file read
 * whole into one buffer, no tree. Prints the files and the bytes of all scalars, so that nothing of
 * the work can be left out. Ends with 1 at the first file that is no YAML.
 */
#include <fcntl.h>
#include <fts.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <yaml.h>

enum { LARGEST = 1 << 20 };

static unsigned char buffer[LARGEST];

/* The bytes of the file now in the buffer; -1 when it cannot be read. */
static ssize_t read_whole(const char *path)
{
    int file = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t size = 0, part = 1;
    if (file < 0)
        return -1;
    while (part > 0 && size < LARGEST) {
        part = read(file, buffer + size, LARGEST - (size_t)size);
        size += part > 0 ? part : 0;
    }
    close(file);
    return part < 0 ? -1 : size;
}

/* Adds the bytes of all scalars; 0 when the text is no YAML. */
static int pass(size_t size, unsigned long *bytes)
{
    yaml_parser_t parser;
    yaml_event_t event;
    int ended = 0, good = 1;
    yaml_parser_initialize(&parser);
    yaml_parser_set_input_string(&parser, buffer, size);
    while (good && !ended) {
        good = yaml_parser_parse(&parser, &event);
        if (!good)
            break;
        if (event.type == YAML_SCALAR_EVENT)
            *bytes += event.data.scalar.length;
        ended = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return good;
}

int main(int count, char **words)
{
    unsigned long files = 0, bytes = 0;
    char *roots[] = {count == 2 ? words[1] : NULL, NULL};
    FTS *walk = roots[0] ? fts_open(roots, FTS_PHYSICAL | FTS_NOSTAT | FTS_NOCHDIR, NULL) : NULL;
    if (!walk) {
        fprintf(stderr, "usage: libyaml_pass FOLDER\n");
        return 2;
    }
    for (FTSENT *at; (at = fts_read(walk));) {
        if (at->fts_namelen < 5 || strcmp(at->fts_name + at->fts_namelen - 5, ".yaml") != 0)
            continue;
        ssize_t size = read_whole(at->fts_path);
        if (size < 0 || !pass((size_t)size, &bytes)) {
            fprintf(stderr, "%s: cannot be read as YAML\n", at->fts_path);
            return 1;
        }
        files++;
    }
    fts_close(walk);
    printf("%lu files, %lu bytes of scalars\n", files, bytes);
    return 0;
}
