/** The screen of the retention of records and of legal holds. */
@NullMarked
package io.plumbline.records.ui.retention;

import org.jspecify.annotations.NullMarked;
