/** View helpers, and one method for every route. */
@org.jspecify.annotations.NullMarked
package io.plumbline.shared.ui;
