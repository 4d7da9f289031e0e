package io.plumbline.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a permission allows, in words for administrators and auditors; the documents repeat it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface InWords {
    /** Returns one sentence that begins with what one may do. */
    String value();
}
