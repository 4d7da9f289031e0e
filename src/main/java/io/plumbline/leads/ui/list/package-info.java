/** The screen of all leads. */
@NullMarked
package io.plumbline.leads.ui.list;

import org.jspecify.annotations.NullMarked;
