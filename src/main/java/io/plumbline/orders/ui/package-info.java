@NullMarked
package io.plumbline.orders.ui;

import org.jspecify.annotations.NullMarked;
