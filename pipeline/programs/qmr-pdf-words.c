/* qmr-pdf-words: the words of a PDF that somebody supplied, for the programs that hold it against other documents. */
#include "pdf/read.h"
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char help[] =
    "Usage: qmr-pdf-words <FILE.pdf >WORDS.xml\n"
    "\n"
    "Reads one PDF, within limits of time and memory and without any right but to read it, and writes its words with\n"
    "their pages and places: paragraphs as a reader joins them, tables by rows. 'qmr report --also FILE.pdf' and\n"
    "'qmr-check --also FILE.pdf' call it by themselves.\n"
    "Exit codes: 0 written (also of a file that cannot be read, and why), 2 usage, 3 environment.\n";

int main(int argc, char **argv)
{
  if (argc == 2 && (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0))
    return fputs(help, stdout) < 0 || fflush(stdout) != 0 ? 3 : 0;
  if (argc == 2 && strcmp(argv[1], "--version") == 0)
    return puts("qmr-pdf-words " QMR_VERSION) < 0 || fflush(stdout) != 0 ? 3 : 0;
  if (argc > 1 || isatty(STDIN_FILENO)) {
    fputs("qmr-pdf-words: it is given a PDF on standard input\ntry 'qmr-pdf-words --help'\n", stderr);
    return 2;
  }
  signal(SIGPIPE, SIG_IGN);
  return pdf_read(STDIN_FILENO, STDOUT_FILENO) ? 0 : 3;
}
