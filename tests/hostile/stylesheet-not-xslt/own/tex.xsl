<note/>
