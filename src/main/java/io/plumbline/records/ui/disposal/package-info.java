/** The screen of the disposal of records. */
@NullMarked
package io.plumbline.records.ui.disposal;

import org.jspecify.annotations.NullMarked;
