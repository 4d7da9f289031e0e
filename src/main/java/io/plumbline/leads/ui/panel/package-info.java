/** The panel of one lead beside each list, its dialogs, and the form for a new lead. */
@NullMarked
package io.plumbline.leads.ui.panel;

import org.jspecify.annotations.NullMarked;
