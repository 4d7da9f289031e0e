/** The public booking form: a plain page that anybody may open, without a session and without a script. */
@NullMarked
package io.plumbline.leads.web;

import org.jspecify.annotations.NullMarked;
