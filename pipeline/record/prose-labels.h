/* Labels of lists: a pattern of the first one, by which the others count on, and labels that an item has of its own. */
#pragma once
#include "record/prose.h"

typedef enum {
  LABELS_PLAIN,
  LABELS_NUMBERS,
  LABELS_SMALL_LETTERS,
  LABELS_LETTERS,
  LABELS_SMALL_ROMAN,
  LABELS_ROMAN
} LabelKind;

/* Whether a list can be labelled so: "1.", "(a)", "iv)", "A.", "4.1"; the last number or letters count on. */
bool prose_labels_are_good(const char *labels);
/* How a list counts; LABELS_PLAIN: nothing is said of it. */
LabelKind prose_label_kind(const ProseBlock *list);
/* The number of its first item; 1 where nothing is said. */
guint prose_label_start(const ProseBlock *list);
/* Whether the list, or an item of it, says how it is labelled. */
bool prose_has_labels(const ProseBlock *list);

/* Goes through the labels of a list, item by item. */
typedef struct {
  const ProseBlock *list;
  guint item;   /* that comes next */
  guint number; /* of the last that was counted: items with labels of their own are not */
} Labelling;

/* The label of the next item as it is printed, caller frees; NULL: it is the list's labelling.number, in whatever way,
 * or a bullet. */
char *prose_next_label(Labelling *labelling);
