/** The schedule as a file. */
@NullMarked
package io.plumbline.schedule.exports;

import org.jspecify.annotations.NullMarked;
