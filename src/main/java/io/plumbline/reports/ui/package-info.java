@NullMarked
package io.plumbline.reports.ui;

import org.jspecify.annotations.NullMarked;
