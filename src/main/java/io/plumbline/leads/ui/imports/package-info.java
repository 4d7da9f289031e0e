/** The screen that imports leads. */
@NullMarked
package io.plumbline.leads.ui.imports;

import org.jspecify.annotations.NullMarked;
