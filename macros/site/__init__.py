"""A site as a build makes it: what is asked of it before it takes the place of the old one."""
