/** Figures of this machine. */
package org.gidn.core.benchmark;
