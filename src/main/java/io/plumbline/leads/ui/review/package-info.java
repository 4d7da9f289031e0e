/** The leads in clinical review on the screen of red flags. */
@NullMarked
package io.plumbline.leads.ui.review;

import org.jspecify.annotations.NullMarked;
