/** The list of answers, the import of a page, and the review of an answer. */
@NullMarked
package io.plumbline.answers.ui;

import org.jspecify.annotations.NullMarked;
