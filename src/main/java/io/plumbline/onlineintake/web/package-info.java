/** The pages of an online intake that the patient sees. */
@NullMarked
package io.plumbline.onlineintake.web;

import org.jspecify.annotations.NullMarked;
