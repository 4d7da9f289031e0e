/** The screen of incidents that may be a breach. */
@NullMarked
package io.plumbline.records.ui.incidents;

import org.jspecify.annotations.NullMarked;
