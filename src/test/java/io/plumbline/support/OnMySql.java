package io.plumbline.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A store test that runs on MySQL in each run of the tests, because MySQL can break what it promises. The other store
 * tests run there in the long run only.
 */
@Tag("mysql")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnMySql {
    /** What MySQL can break here, in one line. */
    String value();
}
