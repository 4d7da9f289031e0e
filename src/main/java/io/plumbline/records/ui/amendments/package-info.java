/** The screen of amendment requests. */
@NullMarked
package io.plumbline.records.ui.amendments;

import org.jspecify.annotations.NullMarked;
