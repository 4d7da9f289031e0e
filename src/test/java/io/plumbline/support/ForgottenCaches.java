package io.plumbline.support;

import com.github.benmanes.caffeine.cache.Cache;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.test.util.AopTestUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Lets the portal of a test forget what its caches hold of a store that was restored: clinics, who guessed passwords or
 * proved who they are, whose looks at a record are on the trail already. The accounts are the same as before.
 */
@Component
@Profile("test")
class ForgottenCaches {
    private final ConfigurableListableBeanFactory beans;

    ForgottenCaches(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
    }

    @EventListener(StoreRestored.class)
    void forget() {
        for (var name : beans.getSingletonNames()) {
            var bean = beans.getSingleton(name);
            if (bean != null && bean.getClass().getName().startsWith("io.plumbline")) {
                forget(AopTestUtils.getUltimateTargetObject(bean));
            }
        }
    }

    private static void forget(Object bean) {
        Arrays.stream(bean.getClass().getDeclaredFields())
                .filter(field -> Cache.class.isAssignableFrom(field.getType()))
                .forEach(cache -> {
                    ReflectionUtils.makeAccessible(cache);
                    ((Cache<?, ?>) Objects.requireNonNull(ReflectionUtils.getField(cache, bean))).invalidateAll();
                });
    }
}
