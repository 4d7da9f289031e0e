package io.plumbline.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * On a test class that counts all that its portal has, or leaves there what others would stumble over. It shares the
 * portal, but finds the store as it was when the portal had started, and so does the next class.
 */
@ExtendWith(FreshStoreExtension.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
public @interface FreshStore {}
