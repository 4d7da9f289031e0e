/** View helpers. */
@org.jspecify.annotations.NullMarked
package io.plumbline.shared.ui;
