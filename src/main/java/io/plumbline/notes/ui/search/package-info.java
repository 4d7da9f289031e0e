/** The fields that search session notes by their words. */
@NullMarked
package io.plumbline.notes.ui.search;

import org.jspecify.annotations.NullMarked;
