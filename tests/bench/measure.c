/* Runs a command some times and prints the median of its CPU time and its largest memory: "CPU-ms MiB exit". */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

static int compare(const void *a, const void *b)
{
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

/* One run; output goes to /dev/null unless it is wanted. */
static int run_once(char **command, double *ret_cpu_ms, long *ret_kib)
{
  pid_t child = fork();
  if (child == 0) {
    int null = open("/dev/null", O_WRONLY);
    dup2(null, 1);
    dup2(null, 2);
    execvp(command[0], command);
    _exit(127);
  }
  int status = 0;
  struct rusage usage;
  if (child < 0 || wait4(child, &status, 0, &usage) < 0)
    return 127;
  *ret_cpu_ms = (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 +
                (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
  *ret_kib = usage.ru_maxrss;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

int main(int argc, char **argv)
{
  int runs = argc > 2 ? atoi(argv[1]) : 0;
  if (runs < 1 || runs > 100) {
    fprintf(stderr, "usage: measure RUNS COMMAND...\n");
    return 2;
  }
  double cpu_ms[100];
  long most_kib = 0, kib = 0;
  int code = 0;
  for (int i = 0; i < runs; i++) {
    code = run_once(argv + 2, &cpu_ms[i], &kib);
    most_kib = kib > most_kib ? kib : most_kib;
  }
  qsort(cpu_ms, (size_t)runs, sizeof cpu_ms[0], compare);
  printf("%.1f %.1f %d\n", cpu_ms[runs / 2], (double)most_kib / 1024, code);
  return 0;
}
