/** Screens of co-signatures: what is decided on a note, and what waits for the caller. */
@NullMarked
package io.plumbline.notes.ui.cosign;

import org.jspecify.annotations.NullMarked;
