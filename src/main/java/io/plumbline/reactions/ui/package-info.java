@NullMarked
package io.plumbline.reactions.ui;

import org.jspecify.annotations.NullMarked;
