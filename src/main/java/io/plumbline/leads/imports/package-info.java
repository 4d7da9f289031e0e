/** The import of leads from a CSV file. */
@NullMarked
package io.plumbline.leads.imports;

import org.jspecify.annotations.NullMarked;
