/** The screen of duplicate candidates. */
@NullMarked
package io.plumbline.leads.ui.duplicates;

import org.jspecify.annotations.NullMarked;
