/* Runs one program and says how long it took and how much memory it held.
 *
 * usage: stopwatch RESULT PROGRAM [WORD...]
 *
 * Writes "NANOSECONDS KILOBYTES" into RESULT: wall time from before fork to after wait, and the peak
 * resident memory of the program or of the largest one it waited for. Ends as the program ended.
 *
 * A program of its own, because Linux counts the memory of whoever forks into the peak of what is
 * then executed: started from Python, /bin/true would seem to hold ten megabytes.
 */
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long long now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

int main(int count, char **words)
{
    int status = 0;
    struct rusage used;
    if (count < 3)
        return 125;
    long long began = now();
    pid_t child = fork();
    if (child == 0) {
        execvp(words[2], words + 2);
        _exit(127);
    }
    if (child < 0 || wait4(child, &status, 0, &used) != child)
        return 125;
    long long took = now() - began;
    FILE *result = fopen(words[1], "w");
    if (!result || fprintf(result, "%lld %ld\n", took, used.ru_maxrss) < 0 || fclose(result) != 0)
        return 125;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
