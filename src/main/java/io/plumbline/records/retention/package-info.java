/** How long a record is kept by the rule of its jurisdiction, and the legal holds that keep it longer. */
@NullMarked
package io.plumbline.records.retention;

import org.jspecify.annotations.NullMarked;
