/** Screens of co-signatures: what is decided on a note, and what waits for the current user. */
@NullMarked
package io.plumbline.notes.ui.cosign;

import org.jspecify.annotations.NullMarked;
