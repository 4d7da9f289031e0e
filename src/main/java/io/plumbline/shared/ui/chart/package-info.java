/** Charts that the server draws: each has a sentence as its name and its numbers in a table for screen readers. */
@org.jspecify.annotations.NullMarked
package io.plumbline.shared.ui.chart;
