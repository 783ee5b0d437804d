/* What may be linked to and which languages words may be in. */
#pragma once
#include <stdbool.h>

bool prose_link_is_good(const char *href); /* https, http, mailto or a place in the document: #name */
/* A file beside the document: "../housing/report.pdf". Only what we write ourselves leads there. */
bool prose_link_is_beside(const char *path);
bool prose_lang_is_good(const char *lang); /* "cy", "en-GB" */
bool prose_lang_is_rtl(const char *lang);  /* written from right to left: "ar", "he", "az-Arab" */
