/** The screen on which the privacy officer reads a record by break-glass access. */
@NullMarked
package io.plumbline.records.ui.reading;

import org.jspecify.annotations.NullMarked;
