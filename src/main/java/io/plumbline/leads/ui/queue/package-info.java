/** The screen Call now. */
@NullMarked
package io.plumbline.leads.ui.queue;

import org.jspecify.annotations.NullMarked;
