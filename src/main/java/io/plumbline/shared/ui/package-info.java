/** A few view helpers, and one method for every address. */
@org.jspecify.annotations.NullMarked
package io.plumbline.shared.ui;
