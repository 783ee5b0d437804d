/* How cairo's file says where leaves begin and end: by tiny rectangles in the corner of the page, which canvas draws
 * and finish turns into marked content. (cairo's own tags do not do: from 1.18 on it marks only what holds text.) */
#pragma once

#define LEAF_MARK_BEGIN_PT 0.125 /* widths: multiples of 1/256, so that cairo writes them exactly */
#define LEAF_MARK_END_PT 0.375
#define LEAF_MARK_HEIGHT_PT 0.625

/* As cairo writes them. */
#define LEAF_MARK_BEGIN "0 0 0.125 0.625 re f"
#define LEAF_MARK_END "0 0 0.375 0.625 re f"
