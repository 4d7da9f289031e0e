/** The disposal of records whose retention has ended: the search for them, lists that two people approve, and the log. */
@NullMarked
package io.plumbline.records.disposal;

import org.jspecify.annotations.NullMarked;
