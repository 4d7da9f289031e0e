@NullMarked
package io.plumbline.plans.ui;

import org.jspecify.annotations.NullMarked;
