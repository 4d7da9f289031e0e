@NullMarked
package io.plumbline.measures.ui;

import org.jspecify.annotations.NullMarked;
