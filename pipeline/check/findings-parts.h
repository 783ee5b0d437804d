/* The list of findings, seen from inside. */
#pragma once
#include "check/findings.h"

/* A finding with the places that are still offsets. */
typedef struct {
  Finding *finding;
  const Source *source, *other;
  gsize offset, other_offset;
  gsize length;  /* bytes of the words that it quotes; 0: none */
  bool gathered; /* in another */
} Entry;

struct Findings {
  Arena *arena;
  Period period;
  const GPtrArray *silences; /* of Silence */
  GHashTable *settings;      /* rule id in capitals to CheckSetting */
  GArray *entries;           /* of Entry */
};
