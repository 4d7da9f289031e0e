/** The screens of the recall board. */
@NullMarked
package io.plumbline.recalls.ui;

import org.jspecify.annotations.NullMarked;
