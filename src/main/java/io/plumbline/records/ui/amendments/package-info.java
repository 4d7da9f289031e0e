/** The screen of requests for amendment. */
@NullMarked
package io.plumbline.records.ui.amendments;

import org.jspecify.annotations.NullMarked;
