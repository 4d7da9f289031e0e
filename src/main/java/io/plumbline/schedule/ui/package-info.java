@NullMarked
package io.plumbline.schedule.ui;

import org.jspecify.annotations.NullMarked;
