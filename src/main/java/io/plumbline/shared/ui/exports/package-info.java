/** The dialog that exports a list. */
@NullMarked
package io.plumbline.shared.ui.exports;

import org.jspecify.annotations.NullMarked;
