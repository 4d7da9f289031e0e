/** The board of leads by status. */
@NullMarked
package io.plumbline.leads.ui.board;

import org.jspecify.annotations.NullMarked;
