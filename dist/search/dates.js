cablepress.put("dates","1994-02-12 28");
